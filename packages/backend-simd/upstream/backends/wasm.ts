import '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm'; // is put beside the bundle, where the backend looks for it

/** Stock wasm registers itself when it is imported. For comparison. */
export function register(): void {}
