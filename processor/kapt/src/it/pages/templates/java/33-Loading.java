package readme.stem;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.io.LoadOptions;
import org.initweights.io.LoadReport;

class Loading {
    static LoadReport load(Parameters parameters) throws IOException {
// snippet of runtime/docs/guide/saving.md
        return report;
    }
}
