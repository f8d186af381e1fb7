package readme.kotlin.rules

import java.nio.file.Path
import org.initweights.Nonlinearity.RELU
import org.initweights.report.InitReport
import org.initweights.report.ReportOptions

fun report(net: Net) {
// snippet of runtime/docs/guide/reports.md
}
