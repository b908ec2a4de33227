import { startCharts } from './charts/index.ts';
import { startCountdowns } from './countdown.ts';
import { startDownloads } from './download/index.ts';
import { startFilterForm } from './filter-form.ts';
import { startMenus } from './menus.ts';
import type { PageData } from './page-data.ts';
import { startTimes } from './times/index.ts';
import { startUpdates } from './update/index.ts';
import { ServedPage } from './update/served-page.ts';

/** The data the server put into the page, as JSON; null on a page without charts. */
const readPageData = (): string | null => document.getElementById('page-data')?.textContent ?? null;

/** Starts what draws from the page's data. @returns draws what the page holds now */
const startDrawing = (json: string): (() => void) => {
  const data = JSON.parse(json) as PageData;
  const tellNew = startCountdowns(data.words);
  const charts = startCharts(data);
  startDownloads(data);
  let drawn = json;
  return () => {
    tellNew();
    const fresh = readPageData();
    if (fresh === null || fresh === drawn) return;
    drawn = fresh;
    charts.update(JSON.parse(fresh) as PageData);
  };
};

// First, since it must know the page as it was served.
const served = new ServedPage(document.body);
startTimes();
startMenus();
startFilterForm();
const json = readPageData();
const redraw = json === null ? () => undefined : startDrawing(json);
// What is wrong with an address does not change by asking again.
if (!document.querySelector('.error-page')) startUpdates(served, redraw);
