// Sees to it that there is a browser, and says so where there is none: what needs it is then inconclusive, and told.
import { ensureBrowser } from './ensure-browser.ts';

const browser = await ensureBrowser();
if (!browser.available) process.stderr.write(`browser: none (${browser.why})\n`);
