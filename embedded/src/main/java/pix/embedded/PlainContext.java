package pix.embedded;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What Lambda tells a function about its call.
 *
 * @param log takes its log lines
 * @param timeout how long a call may take; not enforced here
 */
public record PlainContext(String functionName, Consumer<String> log, String awsRequestId, Duration timeout)
        implements Context {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int MEMORY_MB = 1769;

    public PlainContext(String functionName, Consumer<String> log) {
        this(functionName, log, TIMEOUT);
    }

    public PlainContext(String functionName, Consumer<String> log, Duration timeout) {
        this(functionName, log, UUID.randomUUID().toString(), timeout);
    }

    @Override
    public String getAwsRequestId() {
        return awsRequestId;
    }

    @Override
    public String getLogGroupName() {
        return "local";
    }

    @Override
    public String getLogStreamName() {
        return "local";
    }

    @Override
    public String getFunctionName() {
        return functionName;
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:local:000000000000:function:" + functionName;
    }

    @Override
    public CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return Math.toIntExact(timeout.toMillis());
    }

    @Override
    public int getMemoryLimitInMB() {
        return MEMORY_MB;
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String line) {
                log.accept(line);
            }

            @Override
            public void log(byte[] line) {
                log.accept(new String(line, StandardCharsets.UTF_8));
            }
        };
    }
}
