/** What the commands for pull requests say, in Russian; English has the same shape. */
export const GITHUB_RU = {
  report: {
    summary: 'рассказать, что изменит запрос на слияние: кому что достанется, что приносят файлы',
    since: 'ревизия git, которая опубликована',
    out: 'файл для отчёта в Markdown (по умолчанию: вывести)',
  },
};

/** The same texts in another language. */
export type GithubText = typeof GITHUB_RU;
