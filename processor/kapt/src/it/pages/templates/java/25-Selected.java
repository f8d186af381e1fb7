package readme.rules;

import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Initializers.*;
import static org.initweights.Nonlinearity.RELU;

import org.initweights.Parameters;
import org.initweights.RuledParameters;

class Selected {
    static void initialize(Net net) {
// snippet of runtime/docs/guide/rules.md
    }
}
