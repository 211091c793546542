/** Takes files that are dropped anywhere on the page. */
export function takeDrops(take: (files: readonly File[]) => void): void {
  const { classList } = document.documentElement;
  window.addEventListener('dragover', (event) => {
    event.preventDefault();
    classList.add('dropping');
  });
  for (const over of ['dragleave', 'drop', 'dragend'])
    window.addEventListener(over, () => classList.remove('dropping'));
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
}
