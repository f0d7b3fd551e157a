/**
 * How likely the symbols of an alphabet are to a coder: an integer of at least 1 for each, which together make this. Its size is
 * the price of a symbol that was certain: 9e-8 bits.
 */
export const frequencyTotal = 2 ** 24;
