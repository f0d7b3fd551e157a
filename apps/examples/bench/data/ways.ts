/** What stands beside the size and the seed. */
export type Way = object;

export const ways: Readonly<Record<string, Way>> = { plain: {} };
