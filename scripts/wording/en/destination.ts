import type { DestinationErrorArguments } from '../../destination/error.ts';
import { say, type Words } from '../wording.ts';

/** Why a tree was not put where people get it from. */
export const DESTINATION_EN: Words<DestinationErrorArguments> = {
  'destination-absent': () => ({
    message: say`There is no such bucket.`,
    cure: say`Check the name of the bucket, the endpoint and the region.`,
  }),
  'destination-address-invalid': ({ reason }) => ({
    message: say`The address after --to is not right: ${reason}.`,
    cure: say`Write a folder or s3://bucket/prefix?endpoint=https://…&region=…; keys belong into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`,
  }),
  'destination-clock-differs': () => ({
    message: say`The clock of this machine differs too much from that of the store.`,
    cure: say`Set the clock and run the command again.`,
  }),
  'destination-credentials-missing': ({ variable }) => ({
    message: say`The variable ${variable} is not set.`,
    cure: say`Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; in CI hand them to the step in env, from secrets.`,
  }),
  'destination-forbidden': ({ action, status, reason }) => ({
    message: say`The store does not allow this (${action}, status ${status} ${reason}).`,
    cure: say`Check the key; it needs to list the bucket and to read, write and delete below the prefix.`,
  }),
  'destination-ignores-conditions': () => ({
    message: say`The store does not honour conditional writes (If-None-Match, If-Match): two runs at once could destroy each other's work.`,
    cure: say`Use a store that honours them, or publish into a folder.`,
  }),
  'destination-refused': ({ action, status, reason }) => ({
    message: say`The store refused this (${action}, status ${status} ${reason}).`,
    cure: say`Look the code up in the manual of the store.`,
  }),
  'destination-unavailable': ({ action, status }) => ({
    message: say`The store does not answer, also when asked again (${action}, status ${status}).`,
    cure: say`Run the command again later: what is there already is not sent again.`,
  }),
  'destination-unreadable': ({ path }) => ({
    message: say`What the destination holds or answers is not what it should be (${path}).`,
    cure: say`Look at it by hand; a folder or a prefix of its own is the best place for a repository.`,
  }),
  'name-taken': ({ path }) => ({
    message: say`The destination has other bytes under a name that never changes: ${path}.`,
    cure: say`If a publication was interrupted, publish the same folder again. If this file is what was left of a publication that is lost, delete it by hand. A changed release needs a new version.`,
  }),
  'publication-disturbed': ({ path }) => ({
    message: say`A file disappeared from the destination while this ran: ${path}. Clients go on seeing the previous publication.`,
    cure: say`Run the command again.`,
  }),
  'publication-overtaken': ({ path }) => ({
    message: say`Another run publishes at the same time and came first (${path}). Nothing is broken.`,
    cure: say`Wait until it has ended, build on what it published, and publish again.`,
  }),
  'published-newer': ({ role, published, offered }) => ({
    message: say`The destination has a newer ${role}: number ${published}, this folder has ${offered}.`,
    cure: say`Build again with --previous pointing to what is published now.`,
  }),
  'tree-changed': ({ path }) => ({
    message: say`A file changed while it was being published: ${path}.`,
    cure: say`Let the build end, then run the command again.`,
  }),
  'tree-has-secrets': ({ paths, count }) => ({
    message: say`Private keys or secrets lie in the folder (${count}): ${paths}. Nothing was sent.`,
    cure: say`Take them out of the folder; if the folder was ever on the internet, replace these keys.`,
  }),
  'tree-has-strangers': ({ paths, count }) => ({
    message: say`Files that belong to no published tree lie in the folder (${count}): ${paths}. Nothing was sent.`,
    cure: say`Publish the folder that vypusk build made, as it is.`,
  }),
  'tree-incomplete': ({ paths, count }) => ({
    message: say`What the metadata and documents name is not in the folder with that content (${count}): ${paths}.`,
    cure: say`Build the folder anew: vypusk build.`,
  }),
};
