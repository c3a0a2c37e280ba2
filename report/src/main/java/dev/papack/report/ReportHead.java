package dev.papack.report;

/**
 * Which command made a report, and how it ended.
 *
 * @param version of papack
 * @param command the words after {@code papack}
 * @param exitStatus of the process
 * @param ending the exit status in words
 */
public record ReportHead(String version, String command, int exitStatus, String ending) {}
