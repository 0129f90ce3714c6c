import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { quoteNotes } from '../../scripts/report/quote-notes.ts';

/** GitHub's own rendering of the quotation is out of reach here; the parser of the site stands for it. */
const rendered = (notes: string): string => markdownToHtml(quoteNotes(notes)).html;

describe('notes cannot break out of their quotation', () => {
  test.each([
    ['text\n\n</blockquote>\n\n# Approved by @owner', 'closes the quotation'],
    ['<!-- vypusk:report -->', 'a comment like our marker'],
    ['<details><summary>x</summary>\n\ntext', 'HTML that stays open'],
    ['```\nopen fence', 'a fence that is never closed'],
    ['````\n```\n````\n\n# x', 'a fence inside a fence'],
    ['<script>alert(1)</script>', 'a script'],
    ['<<b>script>alert(1)<</b>/script>', 'a tag hidden in a tag'],
    ['[text](https://evil.example "title")', 'a link'],
    ['![alt](https://tracker.example/x.png)', 'a picture'],
    ['<https://evil.example> https://evil.example', 'links without brackets'],
    ['[x][1]\n\n[1]: https://evil.example', 'a link by reference'],
    ['| a | b |\n| --- | --- |\n| c @team | d |', 'a table'],
    ['text[^1]\n\n[^1]: note', 'a footnote'],
    [`${'> '.repeat(500)}deep`, 'quotations without end'],
    [`${'- '.repeat(30)}deep`, 'lists without end'],
  ])('%j — %s', (notes) => {
    const html = rendered(notes);
    const inside = /^<blockquote>([\s\S]*)<\/blockquote>\s*$/.exec(html)?.[1] ?? '';
    expect(html).toMatch(/^(?:<blockquote>[\s\S]*<\/blockquote>)?\s*$/);
    expect(inside).not.toMatch(/<(?:a|img|script|details|h\d|sup)\b|<!--|@team|@owner/);
  });
});

describe('what customers will read is still there', () => {
  test.each([
    ['# Title', '**Title**', 'headings become bold'],
    ['a **b** c', 'a **b** c', 'emphasis'],
    ['- a\n- b', '- a\n> - b', 'lists'],
    ['1. a\n2. b', '1. a\n> 2. b', 'numbered lists'],
    ['use `x`', 'use `x`', 'code'],
    ['[text](https://x.example)', 'text (`https://x.example`)', 'a link shows where it leads'],
    ['<Note type="tip" title="Mind">\nInside.\n</Note>', '**Mind**\n>\n> Inside.', 'components of MDX'],
    ['![a picture](p.png)', 'a picture', 'the description of a picture'],
  ])('%j — %s', (notes, expected) => {
    expect(quoteNotes(notes)).toBe(`> ${expected}`);
  });

  test('long notes are cut', () => {
    const quoted = quoteNotes('слово '.repeat(5_000));
    expect(quoted.length).toBeLessThan(5_000);
    expect(quoted).toMatch(/…$/);
  });
});
