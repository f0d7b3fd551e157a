export { addMany } from './add-many';
export * from './binary';
export { boolToFloat, boolToInteger, floatToInteger, integerToFloat } from './cast';
export { exp } from './exp';
export { fill } from './fill';
export { and, not, or } from './logical';
export * from './question';
export { select, selectRows } from './select';
export * from './unary';
