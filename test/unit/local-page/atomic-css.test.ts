import { describe, expect, it } from 'vitest';
import { sortAtomicCss, splitStatements } from '../../local/server/atomic-css';

const sorted = (...rules: string[]) => sortAtomicCss(rules.join('')).split('\n');

describe('the order of atomic classes', () => {
  const plain = '._1e0cglyw{display:none}';
  const wide = '@media (min-width:64rem){._dm2518uv{display:initial}}';

  it('puts conditions after what they change', () => {
    expect(sorted(wide, plain)).toEqual([plain, wide]);
  });

  it('puts wider screens after narrower ones', () => {
    const narrow = '@media (min-width:30rem){._114b11p5{display:grid}}';
    expect(sorted(wide, narrow)).toEqual([narrow, wide]);
  });

  it('puts hovering before pressing, and both after the state of rest', () => {
    const hover = '._irr3l4ek:hover{background-color:red}';
    const active = '._1di6r01l:active{background-color:blue}';
    const rest = '._bfhk1j9a{background-color:white}';
    expect(sorted(active, hover, rest)).toEqual([rest, hover, active]);
  });

  it('puts general properties before particular ones', () => {
    const general = '._ca0qidpf{padding:0}';
    const particular = '._u5f3idpf{padding-top:4px}';
    expect(sorted(particular, general)).toEqual([general, particular]);
  });

  it('leaves all other rules in their order, in front', () => {
    expect(sorted(plain, 'body{margin:0}', '.strip{color:red}')).toEqual([
      'body{margin:0}',
      '.strip{color:red}',
      plain,
    ]);
  });
});

describe('splitting a sheet', () => {
  it('is not led astray by braces in text and by comments', () => {
    expect(splitStatements('/* } */.a{content:"}"}@import "x.css";.b{}')).toEqual([
      '.a{content:"}"}',
      '@import "x.css";',
      '.b{}',
    ]);
  });
});
