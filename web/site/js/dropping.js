/** Files dropped anywhere on a page that takes one; beside its mark, the browser would leave the page and show the file. */

/** @param over told whether a file hovers above the page @param take told of the file */
export function takeDrops({ over, take }) {
  const ofFiles = (event) => event.dataTransfer?.types.includes('Files');
  addEventListener('dragover', (event) => {
    if (!ofFiles(event)) return;
    event.preventDefault();
    over(true);
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) over(false);
  });
  addEventListener('drop', (event) => {
    if (!ofFiles(event)) return;
    event.preventDefault();
    over(false);
    if (event.dataTransfer.files.length) take(event.dataTransfer.files[0]);
  });
}
