/** A tensor on the host: what a file holds, row-major, before any backend sees it. */
export type HostTensor =
  | { readonly shape: readonly number[]; readonly dtype: 'float32'; readonly values: Float32Array }
  | { readonly shape: readonly number[]; readonly dtype: 'int32'; readonly values: Int32Array };
