/** What booting a subject gives to the world. */
export interface BootedSubject {
  readonly platform?: { readonly url: string; readonly adminToken: string; readonly logFile?: string };
  readonly database?: { readonly url: string };
  readonly digest?: string;
}
