import { startCharts } from './charts/index.ts';
import { startCountdowns } from './countdown.ts';
import { startFilterForm } from './filter-form.ts';
import { startMenus } from './menus.ts';
import type { PageData } from './page-data.ts';

/** The data the server put into the page; null on a page without charts. */
const readPageData = (): PageData | null => {
  const element = document.getElementById('page-data');
  return element ? (JSON.parse(element.textContent) as PageData) : null;
};

startFilterForm();
startMenus();
const data = readPageData();
if (data) {
  startCountdowns(data.words);
  startCharts(data);
}
