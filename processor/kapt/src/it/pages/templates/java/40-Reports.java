package readme.rules;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.report.InitReport;

class Reports {
    static void write(Net net) throws IOException {
// snippet of runtime/docs/guide/reports.md
    }
}
