package readme.widths;

import static org.initweights.Initializers.mupHidden;
import static org.initweights.Initializers.mupOutput;

import org.initweights.DType;
import org.initweights.Optimizer;
import org.initweights.Parameter;
import org.initweights.Plan;

class Groups {
    static void print() {
// snippet of runtime/docs/guide/widths.md
    }
}
