package readme.stem;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.Parameters;
import org.initweights.io.Checkpoint;
import org.initweights.io.LoadMode;
import org.initweights.io.LoadReport;
import org.initweights.io.Npz;
import org.initweights.io.SaveOptions;

class Files {
    static LoadReport files(Stem stem) throws IOException {
// snippet of runtime/docs/guide/saving.md
        return report;
    }
}
