package pix.functions.enrolment;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import pix.enrolment.Upload;

/** Under which keys the files of an upload are kept. */
record UploadKeys(String organisationId, String uploadId) {
    private static final String UPLOADS = "uploads/";

    static UploadKeys of(Upload upload) {
        return new UploadKeys(upload.organisationId(), upload.uploadId());
    }

    /** From the key in an event of S3, which is written as in an address. */
    static Optional<UploadKeys> ofEvent(String encoded) {
        String[] parts = URLDecoder.decode(encoded, StandardCharsets.UTF_8).split("/", -1);
        boolean upload = parts.length == 3 && UPLOADS.equals(parts[0] + "/");
        return upload ? Optional.of(new UploadKeys(parts[1], parts[2])) : Optional.empty();
    }

    String file() {
        return UPLOADS + organisationId + "/" + uploadId;
    }

    String report() {
        return "reports/" + organisationId + "/" + uploadId + ".csv";
    }

    /** The ids of the students whom the file does not name, one a line. */
    String missing() {
        return "missing/" + organisationId + "/" + uploadId + ".txt";
    }
}
