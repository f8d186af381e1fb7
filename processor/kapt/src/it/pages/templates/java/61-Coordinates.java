package readme.widths;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.initweights.Optimizer;
import org.initweights.report.CoordinateCheck;
import org.initweights.report.CoordinateOptions;
import org.initweights.report.TrainingStep;

class Coordinates {
    static void check() throws IOException {
// snippet of runtime/docs/guide/widths.md
    }
}
