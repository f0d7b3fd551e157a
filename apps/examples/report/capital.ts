/** 'fréchet distance' to 'Fréchet distance', to begin a line with. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
