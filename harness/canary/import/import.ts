import type { Besides } from './conversation.ts';
import { formatOf } from './detect.ts';
import { type Draft, draftOf } from './draft.ts';
import { fileNames } from './names.ts';
import type { Remark } from './remark.ts';
import type { Source } from './source.ts';

/** What became of a file of another tool. */
export interface Import {
  readonly format: string;
  readonly conversations: readonly ImportedConversation[];
  /** On what belongs to no conversation. */
  readonly remarks: readonly Remark[];
}

/** What became of a conversation: a canary, unless it was refused. */
export interface ImportedConversation {
  /** What it is called there. */
  readonly title: string;
  readonly draft?: Draft;
  readonly remarks: readonly Remark[];
}

/** Takes the conversations of a file over as canaries. Throws `UsageError` for a file of no known format. */
export function importCanaries(source: Source, format: string | undefined, besides: Besides): Import {
  const found = formatOf(source, format);
  const { conversations, remarks } = found.read(source, besides);
  const names = fileNames(conversations.map(({ name }) => name));
  return {
    format: found.name,
    conversations: conversations.map((conversation, at) => {
      const drafted = draftOf(names[at] ?? '', conversation);
      const title = conversation.name;
      return 'body' in drafted
        ? { title, draft: drafted, remarks: conversation.remarks }
        : { title, remarks: [...conversation.remarks.filter(({ kind }) => kind !== 'refused'), ...drafted] };
    }),
    remarks,
  };
}

/** Whether something was not taken over, so that the canaries ask for less than the file does. */
export function isPartial({ conversations, remarks }: Import): boolean {
  return [...remarks, ...conversations.flatMap((each) => each.remarks)].some(
    ({ kind }) => kind !== 'differs',
  );
}
