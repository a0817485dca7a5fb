import { faultTests } from "./both/faults";
import { test } from "./support/shared-app";

faultTests((title, body) => test(title, body));
