/** What goes from layer to layer of a PixelCNN++: two maps of features of one size. */
export interface Streams<T> {
  /** Each pixel's features know rows above it. */
  readonly above: T;
  /** They know these, and what is to the left in its own row. */
  readonly before: T;
}
