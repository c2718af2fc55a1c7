import { STATUS_CODES } from 'node:http';

/** Where the platform's words for a status differ from those of Node. */
const DIFFERENT: Readonly<Record<number, string>> = {
  413: 'Request Entity Too Large',
  414: 'Request URI Too Long',
  416: 'Requested Range Not Satisfiable',
  418: "I'm a teapot",
  509: '',
};

/** The reason phrase of a status, empty for codes that no standard names (A.9). */
export function reasonPhrase(status: number): string {
  return DIFFERENT[status] ?? STATUS_CODES[status] ?? '';
}
