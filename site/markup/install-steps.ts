import type { InstallGuide } from '../views/install-guide.ts';
import type { InstallerOffer } from '../views/installer.ts';
import { html, type Html } from './html.ts';

/** How to install a release, step by step, with the errors that people meet folded below. */
export const installStepsMarkup = (guide: InstallGuide, troubles: string): Html =>
  html`${guide.installer && installerMarkup(guide.installer)}
    <ol class="steps" role="list">
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

const installerMarkup = ({ title, text, page, file }: InstallerOffer): Html =>
  html`<div class="card installer-offer print:hidden">
    <h3>${title}</h3>
    <p>${text}</p>
    <p class="chips">
      <a class="button" href="${file.href}" download rel="nofollow">${file.text}</a>
      <a href="${page.href}">${page.text}</a>
    </p>
  </div>`;
