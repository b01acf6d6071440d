/** The body map says where, in a drawing and in words, and claims no side that the report does not give. */
import type { ItemPlace } from '@readingscan/engine';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { SAMPLE_EXPLANATION } from '../src/design/sample-explanation.ts';
import { BodyMap } from '../src/result/body-map.tsx';
import { viewOf } from '../src/result/view.ts';
import { WordsProvider } from '../src/words/use-words.ts';
import { wordsOf } from '../src/words/words-of.ts';

function mapOf(...places: readonly Omit<ItemPlace, 'basis'>[]): string {
  const items = SAMPLE_EXPLANATION.items.map((item, at) => ({
    ...item,
    places: places[at] ? [{ ...places[at], basis: [] }] : [],
  }));
  return render(
    <WordsProvider language="en" words={wordsOf('en')}>
      <BodyMap view={viewOf({ ...SAMPLE_EXPLANATION, items })} />
    </WordsProvider>,
  );
}

const xOf = (html: string, kind: string): readonly number[] =>
  [...html.matchAll(new RegExp(`class="${kind}" cx="(\\d+)"`, 'g'))].map(([, x]) => Number(x));

describe('the body map', () => {
  it('is left out where nothing is anywhere', () => {
    expect(mapOf()).toBe('');
  });

  it('shows the right of the person on the left of the drawing, and says it', () => {
    const html = mapOf({ place: 'knee', side: 'right' });
    expect(xOf(html, 'body-spot').every((x) => x < 100)).toBe(true);
    expect(html).toContain('Knee, your right');
  });

  it('lights both of a pair without a side, marked as not clear', () => {
    const html = mapOf({ place: 'knee', side: null });
    expect(xOf(html, 'body-spot is-unclear')).toHaveLength(2);
    expect(html).toContain('Knee, side not said');
  });

  it('lights both sides where the report names both', () => {
    const html = mapOf({ place: 'hip', side: 'both' });
    expect(xOf(html, 'body-spot')).toHaveLength(2);
    expect(html).toContain('Hip, both sides');
  });

  it('keeps numbers of one place apart, and links each to its item', () => {
    const html = mapOf({ place: 'chest', side: 'left' }, { place: 'chest', side: 'left' });
    const discs = [...html.matchAll(/class="body-disc" cx="(-?\d+)" cy="(\d+)" r="(\d+)"/g)].map((disc) =>
      disc.slice(1).map(Number),
    );
    const [[x1 = 0, y1 = 0, r = 0] = [], [x2 = 0, y2 = 0] = []] = discs;
    expect(discs).toHaveLength(2);
    expect(Math.hypot(x1 - x2, y1 - y2)).toBeGreaterThanOrEqual(2 * r);
    for (const { impression } of SAMPLE_EXPLANATION.items.slice(0, 2))
      expect(html).toContain(`href="#item-${impression}"`);
  });

  it('shows only the half of the body that has something to tell', () => {
    expect(mapOf({ place: 'head', side: null }, { place: 'hand', side: 'left' })).toContain('viewBox="-24 0 248 264"');
    expect(mapOf({ place: 'knee', side: 'left' })).toContain('viewBox="-24 186 248 266"');
    expect(mapOf({ place: 'head', side: null }, { place: 'foot', side: 'left' })).toContain('viewBox="-24 0 248 452"');
  });

  it('is a picture for those who see it, and a list for all', () => {
    const html = mapOf({ place: 'head', side: null });
    expect(html).toContain('aria-hidden="true"');
    expect(html).toMatch(/<li[^>]*><a[^>]*><span class="number[^"]*">1<\/span> Head<\/a>/);
  });
});
