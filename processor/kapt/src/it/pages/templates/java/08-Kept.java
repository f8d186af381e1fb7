package readme.first;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.Parameters;
import org.initweights.report.InitReport;

class Kept {
    static void keep(Mlp mlp) throws IOException {
// snippet of README.md
    }
}
