package readme.kotlin.stem

import java.nio.file.Path
import org.initweights.io.Checkpoint
import org.initweights.io.LoadMode
import org.initweights.io.LoadReport
import org.initweights.io.Npz
import org.initweights.io.SaveOptions

fun files(stem: Stem): LoadReport {
// snippet of runtime/docs/guide/saving.md
    return report
}
