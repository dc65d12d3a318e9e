import { setBooleanFeatureFlagResolver } from '@atlaskit/platform-feature-flags';
import { z } from 'zod';

// The page's content security policy forbids code from strings; zod would try it and be refused in the log.
z.config({ jitless: true });

// Atlaskit asks Atlassian's feature service, which is not here: every feature is as released.
setBooleanFeatureFlagResolver(() => false);
