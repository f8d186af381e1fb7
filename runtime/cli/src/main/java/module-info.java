/** The command line of InitWeights: plans, checkpoints and reports. */
module org.initweights.cli {
    requires com.fasterxml.jackson.databind;
    requires info.picocli;
    requires java.desktop;
    requires static org.jspecify;
    requires org.initweights;
    requires org.initweights.report;

    opens org.initweights.cli to
            info.picocli,
            com.fasterxml.jackson.databind;
    opens org.initweights.cli.input to
            info.picocli,
            com.fasterxml.jackson.databind;
    opens org.initweights.cli.compare to
            com.fasterxml.jackson.databind;
    opens org.initweights.cli.output to
            info.picocli;
}
