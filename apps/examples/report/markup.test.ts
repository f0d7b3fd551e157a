import { expect, test } from 'vitest';
import { markup, verbatim } from './markup.ts';

test('what is put in is escaped, markup and lists of it are not', () => {
  const items = ['a & b', '<i>'].map((text) => markup`<li title="${text}">${text}</li>`);
  expect(markup`<ul>${items}</ul>${3}${verbatim('<br>')}`.markup).toBe(
    '<ul><li title="a &#38; b">a &#38; b</li><li title="&#60;i&#62;">&#60;i&#62;</li></ul>3<br>',
  );
});

test('a quote cannot end an attribute', () => {
  expect(markup`<a title="${'" onclick="x'}">`.markup).toBe('<a title="&#34; onclick=&#34;x">');
});
