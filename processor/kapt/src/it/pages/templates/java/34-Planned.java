package readme.weights;

import static org.initweights.DType.BF16;
import static org.initweights.Initializers.*;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.InitializeOptions;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.io.SaveOptions;

class Planned {
    static void initialize(Parameters parameters) throws IOException {
// snippet of runtime/docs/guide/saving.md
    }
}
