import { choose, load, type LoadOptions, type ModelSource } from '@genmodels/core';
import type { ChoiceMaker } from '@genmodels/core';
import type { Likelihood } from './likelihood.ts';
import type { VaeNetwork } from './network.ts';
