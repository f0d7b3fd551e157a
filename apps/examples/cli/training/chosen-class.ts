/** The line of a program that asks for samples of one class; empty where the model is not conditioned on classes. */
export function chosenClass(classNames: readonly string[] | undefined, count: number): string {
  if (classNames === undefined) return '';
  return `const condition = { labels: new Array(${count}).fill(${classNames.length - 1}) }; // all of the class ${classNames.at(-1)}\n`;
}
