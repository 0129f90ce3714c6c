import { recallFields } from './remembered-fields.ts';

// The check verifies signatures, which takes more code than the rest of a page together: it is fetched when somebody
// turns to the form, or has asked before.

const form = document.querySelector('#fit-form');
if (form instanceof HTMLFormElement) start(form);

function start(form: HTMLFormElement): void {
  let isAsked = recallFields(form);
  let isFetched = false;
  const fetchCheck = async (): Promise<void> => {
    if (isFetched) return;
    isFetched = true;
    const { startFitCheck } = await import('./fit-check.ts');
    startFitCheck(isAsked);
  };
  form.hidden = false;
  form.addEventListener('focusin', () => void fetchCheck());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    isAsked = true;
    void fetchCheck();
  });
  if (isAsked) void fetchCheck();
}
