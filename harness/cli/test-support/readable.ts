/** Texts in sight of which colour and ground have a contrast below 4.5; runs in the page. */
export function faintTexts(): readonly string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (color: string) => {
    if (!canvas) return [0, 0, 0, 0];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (color: readonly number[]) => {
    const [r = 0, g = 0, b = 0] = color.map((each) => {
      const share = each / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element: Element | null): readonly number[] => {
    if (!element) return rgb(getComputedStyle(document.body).backgroundColor);
    const color = rgb(getComputedStyle(element).backgroundColor);
    return color[3] === 255 ? color : groundOf(element.parentElement);
  };
  const faint: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || element.closest('script, style, .unseen, .skip')) continue;
    if (element.getClientRects().length === 0) continue;
    const [a, b] = [light(rgb(getComputedStyle(element).color)), light(groundOf(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5)
      faint.push(`${contrast.toFixed(2)} ${element.className}: ${node.textContent.trim().slice(0, 40)}`);
  }
  return faint;
}

/** What can be pressed, followed or filled in, and has no name; runs in the page. */
export function namelessControls(): readonly string[] {
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary')];
  return all
    .filter((each) => {
      const labels = 'labels' in each ? [...((each.labels as NodeList | null) ?? [])] : [];
      const label = labels.map(({ textContent }) => textContent).join('');
      return !`${each.getAttribute('aria-label') ?? ''}${label}${each.textContent ?? ''}`.trim();
    })
    .map((each) => each.outerHTML.slice(0, 80));
}
