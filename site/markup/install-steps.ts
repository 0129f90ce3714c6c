import type { InstallGuide } from '../views/install-guide.ts';
import { html, type Html } from './html.ts';

/** How to install a release, step by step, with the errors that people meet folded below. */
export const installStepsMarkup = (guide: InstallGuide, troubles: string): Html =>
  html`<ol class="steps" role="list">
      ${guide.steps.map(stepMarkup)}
    </ol>
    <details class="troubles">
      <summary>${troubles}</summary>
      <dl>
        ${guide.troubles.map(
          ({ message, cure }) =>
            html`<div>
              <dt>«${message}»</dt>
              <dd>${cure}</dd>
            </div>`,
        )}
      </dl>
    </details>
    <p class="quiet">${guide.reliability}</p>`;

const stepMarkup = ({ title, text, details }: InstallGuide['steps'][number]): Html =>
  html`<li>
    <h3>${title}</h3>
    <p>${text}</p>
    ${
      details.length > 0 &&
      html`<ul>
        ${details.map((detail) => html`<li>${detail}</li>`)}
      </ul>`
    }
  </li>`;
