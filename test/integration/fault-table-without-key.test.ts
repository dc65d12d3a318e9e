import { expectSoundScans } from './sound-scans';

await expectSoundScans('jira-only');
