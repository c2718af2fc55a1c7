/** Texts by which runtimes say that a turn was lost on its way, or that its answer is still to come. */
const PLACEHOLDERS = [
  /message contained no text content/i,
  /^no message provided/i,
  /\(?empty prompt\b/i,
  /\(no response generated\)/i,
  /steered into another turn/i,
  /^(still )?working on it\b/i,
  /^(processing|thinking)\s*(…|\.\.\.)?$/i,
];

/** Why a reply is no answer to anything, whatever was asked; nothing when it may be one. */
export function whyNoAnswer(text: string): string | undefined {
  if (text.trim() === '') return 'no words';
  return PLACEHOLDERS.some((placeholder) => placeholder.test(text.trim())) ? 'a placeholder' : undefined;
}
