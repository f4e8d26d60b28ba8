package pix.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pix.embedded.Template;

class StaticFilesTest {
    private static final String UPLOADS = " https://${AWS::StackName}-files-${AWS::AccountId}.s3.${AWS::Region}.${AWS::URLSuffix}";

    @Test
    void pages_may_do_in_the_cloud_what_they_may_here_and_upload() {
        Map<String, Object> headers = Template.map(Template.ofBuild().resources("AWS::CloudFront::ResponseHeadersPolicy")
                .get("PageHeaders").get("ResponseHeadersPolicyConfig"));
        Map<String, Object> policy = Template.map(Template.map(headers.get("SecurityHeadersConfig")).get("ContentSecurityPolicy"));

        assertEquals(StaticFiles.CONTENT_SECURITY_POLICY, Template.text(policy, "ContentSecurityPolicy").replace(UPLOADS, ""));
    }
}
