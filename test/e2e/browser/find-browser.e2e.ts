import type { Browser } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';

import type { FoundBrowser } from './find-browser';
import { findBrowser } from './find-browser';
import { launchBrowser, newWindow } from './launch-browser';
import type { Machine } from './machine';
import { thisMachine } from './machine';

/** This machine as if nobody had ever installed a browser or a font on it. */
const bareMachine: Machine = {
  ...thisMachine(),
  env: { PATH: '' },
  isFile: () => false,
  hasFonts: () => false,
};

/** Where nothing can be fetched the search must say so instead. */
const canObtain =
  (bareMachine.platform === 'linux' && bareMachine.arch === 'x64') || bareMachine.canInstallDebianPackages();

const open: Browser[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((browser) => browser.close()));
});

interface Drawn {
  readonly text: string | null;
  readonly width: number;
  /** Share of pixels of the text's box that are not white. */
  readonly ink: number;
}

/** Opens a page with a line of text and measures what was drawn. */
async function drawText(found: FoundBrowser): Promise<Drawn> {
  const browser = await launchBrowser(found);
  open.push(browser);
  const page = await (await newWindow(browser)).newPage();
  await page.setContent('<body style="background:white"><span id="text">Local cleanup ÄÖÜ</span></body>');
  const text = page.locator('#text');
  const box = await text.boundingBox();
  const picture = (await text.screenshot()).toString('base64');
  const ink = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const drawing = canvas.getContext('2d');
    if (drawing === null) return 0;
    drawing.drawImage(image, 0, 0);
    const { data } = drawing.getImageData(0, 0, image.width, image.height);
    return data.filter((value, index) => index % 4 === 0 && value < 128).length / (data.length / 4);
  }, picture);
  return { text: await text.textContent(), width: box?.width ?? 0, ink };
}

describe('finding a browser', () => {
  it('opens a page and draws text with what this machine offers', async () => {
    const drawn = await drawText(findBrowser());
    expect(drawn.text).toBe('Local cleanup ÄÖÜ');
    expect(drawn.width).toBeGreaterThan(60);
    expect(drawn.ink).toBeGreaterThan(0.02);
  });

  it('gets one where none is installed, with fonts of its own', async () => {
    if (!canObtain) return expect(() => findBrowser(bareMachine)).toThrow(/set SEATTRACE_BROWSER/);
    const found = findBrowser(bareMachine);
    expect(found.origin).not.toBe('installed');
    const drawn = await drawText(found);
    expect(drawn.width).toBeGreaterThan(60);
    expect(drawn.ink).toBeGreaterThan(0.02);
  });
});
