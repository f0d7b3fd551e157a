/** What one command did: what its report tells. */
export interface Run<Options> {
  /** As it was typed. */
  readonly command: string;
  readonly options: Options;
  /** From the start of the command to the report. */
  readonly seconds: number;
}
