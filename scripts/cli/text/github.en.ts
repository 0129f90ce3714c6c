import type { GithubText } from './github.ru.ts';

/** What the commands for pull requests say, in English. */
export const GITHUB_EN: GithubText = {
  report: {
    summary: 'tell what a pull request changes: who gets what, what the files bring',
    since: 'git revision that is published',
    out: 'file for the report in Markdown (default: print it)',
  },
  github: {
    summary: 'what workflows do on GitHub (needs GITHUB_TOKEN and GITHUB_REPOSITORY)',
    comment: 'post the report as a comment of the pull request, or update the earlier comment',
    watch: 'look at the live repository as a client; where something is wrong, open or update an issue',
    merge:
      'merge the pull request of an extension’s owner, if it only adds releases and all checks are green',
    require: 'check that must be there and green; repeat for several',
    publish: 'workflow to start after the merge',
    base: 'branch that is merged into',
    report: 'file of the report: data of a stranger’s pull request, not our text',
  },
  verifyUrl: 'address of the repository (default: that of publisher.yaml)',
  generations: {
    summary: 'remember what is published in a git branch of its own',
    take: 'take what is published from the branch into a folder',
    keep: 'put what is published from a folder into the branch as a new commit',
    branch: 'branch',
    remote: 'remote repository',
    dir: 'folder of what is published',
  },
  made: (url, commit) =>
    `_Made by the [check](${url}) of commit ${commit}. The code of the pull request made it, so it has no links and no mentions._`,
  cut: '_The report did not fit as a whole._',
  noPullRequest: 'No open pull request stands at this commit any more: nowhere to write.\n',
  commented: { created: 'The comment is posted.\n', updated: 'The comment is updated.\n' },
  mergeDone: (number) => `Pull request ${number} is merged.\n`,
  mergeWaits: (number) => `Pull request ${number} waits for a person:\n`,
  mergeNotNow: (number) =>
    `Pull request ${number} waits for a person: GitHub did not merge it (the branch moved on, there is a conflict, or rules ask for more).\n`,
  watchTitle: 'What is published fails verification',
  watchBody: (url) =>
    `This is how a client sees ${url}. Until it is mended, infobases get no updates; what is installed works.`,
  watched: {
    created: 'An issue is open.\n',
    updated: 'The issue is updated.\n',
    closed: 'The issue is closed.\n',
    nothing: 'All is well.\n',
  },
  generationTaken: (dir, commit) => `${dir}: ${commit}\n`,
  noGeneration: (branch) => `There is no branch ${branch} yet: this is the first publication.\n`,
  generationKept: (branch, commit) => `${branch}: ${commit}\n`,
};
